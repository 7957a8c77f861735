# shellcheck shell=bash
# The authorities and certificates of the lab, with openssl alone. The "public" ones are old enough, and say as much of
# themselves, as a public authority's are and do; a leaf that is minutes old would be a mark of interception.

# some days before and after today; not to the second, as engines would
ago() { date -u -d "-$1 days -5 hours -17 minutes -23 seconds" +%Y%m%d%H%M%SZ; }
ahead() { date -u -d "$1 days 18 hours 42 minutes 36 seconds" +%Y%m%d%H%M%SZ; }

# prepare_authority NAME: makes room for what it signs
prepare_authority() {
    mkdir -p "$work/pki/$1"
    : >"$work/pki/$1/index"
    openssl rand -hex 16 >"$work/pki/$1/serial"
    cat >"$work/pki/$1/ca.cnf" <<EOF
[ca]
default_ca = own
[own]
new_certs_dir = $work/pki/$1
database = $work/pki/$1/index
rand_serial = yes
default_md = sha256
policy = anything
unique_subject = no
[anything]
countryName = optional
organizationName = optional
commonName = optional
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[issuing]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
extendedKeyUsage = serverAuth,clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
certificatePolicies = 2.23.140.1.2.1
authorityInfoAccess = caIssuers;URI:http://aia.example.org/root.crt
crlDistributionPoints = URI:http://crl.example.org/root.crl
[public_leaf]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,keyEncipherment
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
certificatePolicies = 2.23.140.1.2.1
authorityInfoAccess = OCSP;URI:http://ocsp.example.org,caIssuers;URI:http://aia.example.org/issuing.crt
crlDistributionPoints = URI:http://crl.example.org/issuing.crl
subjectAltName = DNS:\${ENV::LAB_NAME}
[private_leaf]
basicConstraints = CA:FALSE
keyUsage = digitalSignature,keyEncipherment
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = DNS:\${ENV::LAB_NAME}
EOF
}

# request NAME SUBJECT: a key and a request for it
request() {
    openssl req -new -newkey rsa:2048 -nodes -subj "$2" -keyout "$work/pki/$1.key" -out "$work/pki/$1.csr" 2>>"$work/pki.log"
}

# sign AUTHORITY NAME EXTENSIONS START END [OPTION...]
sign() {
    local authority=$1 name=$2 extensions=$3 start=$4 end=$5
    shift 5
    LAB_NAME=${host:-none} openssl ca -batch -notext -config "$work/pki/$authority/ca.cnf" -extensions "$extensions" \
        -startdate "$start" -enddate "$end" -in "$work/pki/$name.csr" -out "$work/pki/$name.pem" "$@" 2>>"$work/pki.log" || {
        cat "$work/pki.log" >&2
        die "cannot make the certificate $name"
    }
}

# root NAME SUBJECT
root() {
    prepare_authority "$1"
    request "$1" "$2"
    sign "$1" "$1" root "$(ago 900)" "$(ahead 2700)" -selfsign -keyfile "$work/pki/$1.key"
}

# leaf AUTHORITY HOST EXTENSIONS: HOST.pem with the chain that its server sends, and HOST.key
leaf() {
    local host=$2
    request "$2" "/CN=$2"
    sign "$1" "$2" "$3" "$(ago 40)" "$(ahead 50)" -cert "$work/pki/$1.pem" -keyfile "$work/pki/$1.key"
    cat "$work/pki/$2.pem" >"$work/pki/$2.chain.pem"
    [[ $1 != public-issuing ]] || cat "$work/pki/public-issuing.pem" >>"$work/pki/$2.chain.pem"
}

make_pki() {
    local host
    mkdir "$work/pki"
    root public "/C=DE/O=Example Trust Services/CN=Example Trust Root R1"
    prepare_authority public-issuing
    request public-issuing "/C=DE/O=Example Trust Services/CN=Example Trust DV TLS CA 3"
    sign public public-issuing issuing "$(ago 600)" "$(ahead 1200)" -cert "$work/pki/public.pem" -keyfile "$work/pki/public.key"
    root corporate "/O=Example Corp/CN=Example Corp Internal CA"
    root inspection "/C=DE/O=Contoso/CN=Contoso Web Gateway CA"
    root members "/O=Example Members/CN=Example Members CA"
    for host in shop.example.com mail.example.net legacy.example.org members.example.org dual.example.org; do
        leaf public-issuing "$host" public_leaf
    done
    leaf corporate wiki.corp.example private_leaf
    cat "$work/pki/public.pem" "$work/pki/corporate.pem" >"$work/pki/known-to-proxies.pem"
    cp "$work/pki/public.pem" "$work/public-roots.pem"
}

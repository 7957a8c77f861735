package dev.interloper.certs.transparency;

import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.transparency.LoggedLeaf.SIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.junit.jupiter.api.Test;

class SctListTest {
    private final TestLog log = new TestLog("Meridian", key("kestrel"));
    private final byte[] sct = log.signCertificate(SIGNED, new byte[] {1});

    private static SctList parse(byte[] list) {
        return SctList.parse(HexFormat.of().formatHex(list), SctOrigin.TLS);
    }

    private static SctList parse(String hex) {
        return SctList.parse(hex, SctOrigin.TLS);
    }

    @Test
    void parse_oneTimestamp_givesAllFields() {
        SignedCertificateTimestamp read =
                parse(TestLog.listOf(List.of(sct))).timestamps().get(0);

        assertThat(read.logId()).isEqualTo(log.hash());
        assertThat(read.timestamp()).isEqualTo(SIGNED);
        assertThat(read.timestampMillis()).isEqualTo(SIGNED.toEpochMilli());
        assertThat(read.hashAlgorithm()).isEqualTo(4);
        assertThat(read.signatureAlgorithm()).isEqualTo(3);
        assertThat(read.version()).isZero();
        assertThat(read.extensions()).isEmpty();
        assertThat(read.signature()).isEqualTo(HexFormat.of().formatHex(sct, 47, sct.length));
        assertThat(read.origin()).isEqualTo(SctOrigin.TLS);
    }

    @Test
    void parse_oneOfThreeDamaged_keepsTheOthers() {
        byte[] cut = Arrays.copyOf(sct, 40);

        SctList list = parse(TestLog.listOf(List.of(sct, cut, sct)));

        assertThat(list.timestamps()).hasSize(2);
        assertThat(list.problems()).hasSize(1);
        assertThat(list.problems().get(0).status()).isEqualTo(SctStatus.MALFORMED);
        assertThat(list.problems().get(0).offset()).isEqualTo(2 + 2 + sct.length + 2 + 37);
        assertThat(list.problems().get(0).reason()).isEqualTo("expected the timestamp (4 bytes), found 3 bytes");
    }

    @Test
    void parse_cutAnywhere_saysWhereAndKeepsWhatWasThere() {
        byte[] list = TestLog.listOf(List.of(sct, sct));
        for (int length = 0; length < list.length; length++) {
            SctList read = parse(Arrays.copyOf(list, length));

            assertThat(read.problems()).as("cut to %d", length).isNotEmpty();
            assertThat(read.timestamps()).hasSize(length >= 4 + sct.length ? 1 : 0);
        }
    }

    @Test
    void parse_versionTwo_isUnsupported() {
        byte[] other = sct.clone();
        other[0] = 1;

        SctList list = parse(TestLog.listOf(List.of(other)));

        assertThat(list.timestamps()).isEmpty();
        assertThat(list.problems().get(0).status()).isEqualTo(SctStatus.UNSUPPORTED);
        assertThat(list.problems().get(0).reason()).isEqualTo("version 2 is not known, only v1 is");
    }

    @Test
    void parse_bytesBehind_areReported() {
        byte[] longer = Arrays.copyOf(sct, sct.length + 1);
        byte[] list = TestLog.listOf(List.of(sct));

        assertThat(parse(TestLog.listOf(List.of(longer))).problems().get(0).reason())
                .isEqualTo("1 bytes follow the signature");
        assertThat(parse(Arrays.copyOf(list, list.length + 3)).problems().get(0).reason())
                .isEqualTo("3 bytes follow the list");
        assertThat(parse(Arrays.copyOf(list, list.length + 3)).timestamps()).hasSize(1);
    }

    @Test
    void parse_nothing_isMalformed() {
        assertThat(parse("").problems()).hasSize(1);
        assertThat(parse("0000").problems()).hasSize(1);
        assertThat(parse("00020000").problems()).hasSize(1);
        assertThat(parse("0001ff").problems()).hasSize(1);
    }

    @Test
    void parse_timestampAbove63Bits_isTheLargest() {
        byte[] late = sct.clone();
        Arrays.fill(late, 33, 41, (byte) 0xff);

        SignedCertificateTimestamp read =
                parse(TestLog.listOf(List.of(late))).timestamps().get(0);

        assertThat(read.timestampMillis()).isEqualTo(-1);
        assertThat(read.timestamp().toEpochMilli()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void parse_moreThanAreRead_saysSo() {
        List<byte[]> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(sct);
        }

        SctList list = parse(TestLog.listOf(many));

        assertThat(list.timestamps()).hasSize(32);
        assertThat(list.problems().get(0).status()).isEqualTo(SctStatus.NOT_CHECKED);
    }

    @Test
    void embedded_noOctetStringInside_isMalformed() {
        var leaf = LoggedLeaf.minting()
                .extension(LoggedLeaf.SCTS, false, new ASN1Integer(5))
                .mint();

        assertThat(SctList.embedded(leaf).problems().get(0).reason()).startsWith("the extension holds no OCTET STRING");
    }

    @Test
    void embedded_noExtension_isEmpty() {
        assertThat(SctList.embedded(LoggedLeaf.ISSUER)).isEqualTo(SctList.empty());
    }
}

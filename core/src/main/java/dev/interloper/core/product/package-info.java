/**
 * The knowledge base of interception products: which names, keys and headers give which product away.
 *
 * <p>It is data, not code: {@code products.tsv} beside these classes, one dated and sourced row per fact, read by
 * {@link dev.interloper.core.product.ProductCatalog#bundled()}. Users add rows of their own with
 * {@link dev.interloper.core.product.ProductCatalog#parse} and {@link dev.interloper.core.product.ProductCatalog#plus}, or
 * replace the whole of it.
 *
 * <pre>{@code
 * ProductFacts facts = ProductFacts.builder()
 *         .add(ProductField.ISSUER_CN, "Websense Public Primary Certificate Authority")
 *         .build();
 * List<ProductMatch> matches = ProductCatalog.bundled().match(facts);
 * }</pre>
 *
 * <h2>Why the issuer is looked at and not the subject</h2>
 *
 * A vendor's name in the <em>subject</em> of a leaf says who owns a site, not who minted the certificate:
 * {@code *.mailcontrol.com} has {@code O=Websense} and was issued by a public CA, and {@code support.kaspersky.ru} has the
 * organization of Kaspersky's interception root in its own subject. So vendor names are looked for in issuers and in CA
 * certificates only. A leaf's subject is used where a minting engine writes a fixed name of its own into every leaf
 * ({@code O=GoProxy untrusted MITM proxy Inc}), or as a weak hint.
 *
 * <h2>Why a weak row never convicts</h2>
 *
 * Cisco, Microsoft, Cloudflare, Symantec and Trend Micro run or ran public CAs; every vendor signs its own intranet; and a
 * substring finds "eset" in "reset". A {@link dev.interloper.core.product.Strength#WEAK} row therefore names a
 * candidate once an interception is established by other evidence, and is worth nothing before.
 */
@NullMarked
package dev.interloper.core.product;

import org.jspecify.annotations.NullMarked;

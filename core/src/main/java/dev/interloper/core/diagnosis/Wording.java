package dev.interloper.core.diagnosis;

import dev.interloper.core.cure.ProductAdvice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a table's sentences with what is known. */
final class Wording {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9.-]+)}");
    private static final int MAX_ADDRESSES = 8;

    private final Circumstances known;

    Wording(Circumstances known) {
        this.known = known;
    }

    String fill(String template) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(value(matcher.group(1))));
        }
        return matcher.appendTail(text).toString();
    }

    private String value(String name) {
        Optional<String> product = subject(FactCodes.PRODUCT)
                .or(() -> subject(FactCodes.PAGE_ERROR))
                .or(() -> subject(FactCodes.PAGE_AT_ADDRESS));
        return switch (name) {
            case "host" -> known.host();
            case "port" -> String.valueOf(known.port());
            case "destination" -> destination();
            case "addresses" -> addresses();
            case "product" -> product.orElse("an unknown product");
            case "by-product" ->
                product.or(() -> subject(FactCodes.PAGE_BLOCK))
                        .map(text -> " (" + text + ")")
                        .orElse("");
            case "product-or-somebody" -> " " + product.orElse("somebody in between");
            case "product-or-the-proxy" -> product.orElse("the proxy");
            case "upgrade" ->
                product.flatMap(ProductAdvice::of)
                        .flatMap(ProductAdvice::upgrade)
                        .map(text -> " " + text)
                        .orElse("");
            default -> subject(name).orElse("unknown");
        };
    }

    private String destination() {
        return (known.host().indexOf(':') < 0 ? known.host() : "[" + known.host() + "]") + ":" + known.port();
    }

    private String addresses() {
        List<String> all = known.addresses();
        if (all.isEmpty()) {
            return known.host();
        }
        int shown = Math.min(MAX_ADDRESSES, all.size());
        return String.join(", ", all.subList(0, shown)) + (shown < all.size() ? " and others" : "");
    }

    private Optional<String> subject(String code) {
        return known.facts().stream()
                .filter(fact -> fact.code().equals(code) && !fact.subject().isEmpty())
                .map(Fact::subject)
                .findFirst();
    }
}

package dev.interloper.boards.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.trust.FindingCode;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ListsTest {

    private static final Set<String> GENERIC = Set.of("CHECK_FAILED", "PLATFORM_REJECTS");

    private static Set<String> known() {
        return Arrays.stream(FindingCode.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> field.getName())
                .collect(Collectors.toSet());
    }

    @Test
    void codes_areCodesOfTheLibrary_andNoneIsGeneric() throws IOException {
        Map<String, List<String>> codes = Lists.codes();
        assertThat(codes).hasSize(145);
        assertThat(codes.values()).allSatisfy(list -> {
            assertThat(list).isNotEmpty().doesNotHaveDuplicates();
            assertThat(known()).containsAll(list);
            assertThat(list).doesNotContainAnyElementsOf(GENERIC);
        });
    }

    @Test
    void limits_count_onlyWhereTheCaseIsAboutThem() throws IOException {
        assertThat(Lists.codes().entrySet().stream()
                        .filter(entry -> entry.getValue().contains("LIMIT_REACHED"))
                        .map(Map.Entry::getKey))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("pathological::"));
    }

    @Test
    void unsolved_areCasesThatMustFail() throws IOException {
        assertThat(Lists.unsolved()).hasSize(23);
        assertThat(Lists.codes().keySet()).containsAll(Lists.unsolved());
    }
}

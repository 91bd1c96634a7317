package io.onrecord.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How tokens are spelled. */
class TokenTest {

    @Test
    void noPrefixLooksLikeAnOption() {
        SecureRandom random = new SecureRandom();
        assertThat(IntStream.range(0, 2000)
                        .mapToObj(i -> Token.make(Token.Kind.LINK, random).prefix()))
                .noneMatch(prefix -> prefix.startsWith("-"))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsMadeIsReadAgain() {
        Token made = Token.make(Token.Kind.USER, new SecureRandom());
        assertThat(Token.of(Token.Kind.USER, made.words())).contains(made);
        assertThat(Token.of(Token.Kind.LINK, made.words())).isEmpty();
    }
}

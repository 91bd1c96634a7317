package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles held against each other; what one belongs to stands behind {@code @}. */
class PostTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // One title.
                "mayor @ Kelm | mayor @ Kelm | SAME",
                "former mayor @ Kelm | mayor @ Kelm | SAME",
                "Rep. @ Kelm | congresswoman @ Kelm | SAME",
                "mayor @ Kelm | mayor @ Kelm City | SAME",
                "chairman @ the Nordal Bank | chairwoman @ Nordal Bank | SAME",
                "Swedish minister | minister @ Sweden | SAME",
                "mayor @ Kelm | mayor @ Selm | APART",
                "mayor @ Kelm City | mayor @ Kelm Town | APART",
                "mayor @ Kelm | mayor | SAME_TITLE",
                "mayor | mayor @ Kelm | SAME_TITLE",
                "mayor | mayor | SAME_TITLE",
                // One that says more than the other.
                "foreign minister @ Avenia | minister @ Avenia | SAME",
                "minister @ Avenia | foreign minister @ Avenia | SAME",
                "foreign minister | minister | SAME_TITLE",
                "deputy foreign minister | deputy minister | SAME_TITLE",
                "deputy minister | minister | OPEN",
                "minister | deputy minister | OPEN",
                "foreign minister | finance minister | OPEN",
                // What says nothing of somebody's work.
                "spokesman @ Kelm | mayor @ Kelm | OPEN",
                "mayor @ Kelm | witness | OPEN",
                // One field of work.
                "mayor @ Kelm | senator @ Kelm | SAME",
                "mayor @ Kelm | senator @ Selm | OTHER",
                "mayor | senator | OPEN",
                "mayor @ Kelm | senator | OPEN",
                // Other work: in public, in one firm, elsewhere.
                "minister | banker | OTHER",
                "minister | goalkeeper | APART",
                "goalkeeper | minister | APART",
                "goalkeeper @ Kelm Rovers | surgeon @ Selm | APART",
                "banker @ Selm University | surgeon @ Selm University | SAME",
                "surgeon @ Selm University | senator @ Selm University | APART",
                "senator @ Selm University | surgeon @ Selm University | APART",
                "banker @ Selm University | surgeon @ Nordal University | APART",
                "banker @ Kelm | surgeon @ Kelm | APART",
                "banker @ United States | surgeon @ United States | APART",
                // A trade that is in no list.
                "quilter @ Nordal Bank | banker @ Nordal Bank | SAME",
                "banker @ Nordal Bank | quilter @ Nordal Bank | SAME",
                "quilter @ Nordal | banker @ Nordal Bank | SAME",
                "quilter @ Nordal Bank | banker @ Nordal | SAME",
                "quilter @ Nordal Bank | senator @ Nordal Bank | OTHER",
                "quilter @ Nordal Bank | banker @ Selm Bank | OTHER",
                "quilter @ Kelm | banker @ Kelm | OTHER",
                "quilter | banker | OTHER",
                "quilter | weatherman | OTHER",
            })
    void howTwoPostsFit(String one, String other, Post.Fit fit) {
        assertThat(post(one).fit(post(other))).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mayor @ Kelm; surgeon | mayor @ Kelm; goalkeeper | SAME",
                "goalkeeper; mayor @ Kelm | mayor @ Kelm | SAME",
                "mayor; witness | mayor @ Kelm | SAME_TITLE",
                "witness; goalkeeper | minister | APART",
                "banker; goalkeeper | minister | APART",
                "witness | mayor | OPEN",
            })
    void thePostsOfTwoFitAsTheBestPairDoesOrElseTheWorst(String some, String others, Post.Fit fit) {
        assertThat(Post.fit(posts(some), posts(others))).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mayor @ Kelm | mayor @ Kelm | true",
                "ex-mayor @ Kelm | mayor @ Kelm | true",
                "mayor @ Kelm | mayor @ Selm | false",
                "mayor | mayor @ Kelm | false",
                "mayor | mayor | false",
                "mayor @ Kelm | senator @ Kelm | false",
            })
    void onePostIsTheSameTitleInOnePlace(String one, String other, boolean same) {
        assertThat(post(one).isOneWith(post(other))).isEqualTo(same);
        assertThat(post(other).isOneWith(post(one))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "mayor | mayor | '' | false",
                "ex-mayor | mayor | '' | true",
                "Former foreign minister @ Sweden | foreign minister | =SE | true",
                "Swedish foreign minister | foreign minister | =SE | false",
                "Swedish minister @ Kelm | minister swedish | kelm | false",
                "CEO @ Nordal Bank | chief executive | nordal bank | false",
                "veteran | veteran | '' | false",
                "mayor @ the Hague | mayor | hague | false",
            })
    void aPostIsItsTitleWhereAndWhetherItIsStillHeld(String role, String title, String of, boolean former) {
        Post post = post(role);

        assertThat(post.title()).isEqualTo(title);
        assertThat(post.of()).isEqualTo(of);
        assertThat(post.former()).isEqualTo(former);
    }

    private static List<Post> posts(String roles) {
        return Stream.of(roles.split("; ", -1)).map(PostTest::post).toList();
    }

    private static Post post(String role) {
        String[] parts = role.split(" @ ", -1);
        return Post.of(new Role(parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty()));
    }
}

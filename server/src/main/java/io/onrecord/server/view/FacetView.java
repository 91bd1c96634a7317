package io.onrecord.server.view;

import java.util.List;

/**
 * A sort of kinds that can be chosen.
 *
 * @param name the parameter of the address that chooses; {@code date} stands for {@code since} and {@code until}
 * @param label for people
 * @param values those with most statements first, days in their order; those that are chosen are always among them
 */
public record FacetView(String name, String label, List<Value> values) {
    public FacetView {
        values = List.copyOf(values);
    }

    /**
     * A kind.
     *
     * @param value as the address has it
     * @param label for people
     * @param count how many statements there are of it, among what passes all that is chosen of the other sorts
     * @param chosen whether it is chosen
     * @param link the search with this kind chosen, or chosen no more if it is, as a path of the desk
     */
    public record Value(String value, String label, long count, boolean chosen, String link) {}

    /** What is shown at once: the first few, and those that are chosen. */
    public List<Value> first(int most) {
        return java.util.stream.IntStream.range(0, values.size())
                .filter(i -> i < most || values.get(i).chosen())
                .mapToObj(values::get)
                .toList();
    }

    /** What is not shown at once. */
    public List<Value> rest(int most) {
        return values.stream().skip(most).filter(value -> !value.chosen()).toList();
    }
}

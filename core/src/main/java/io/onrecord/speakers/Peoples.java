package io.onrecord.speakers;

import java.util.ArrayList;
import java.util.List;

/** Peoples by the places they have their names from, where no table knows either: {@code Velian} and {@code Velia}. */
final class Peoples {

    private static final List<String> ENDINGS = List.of("n", "an", "ian", "ish", "ese", "er", "i");

    private Peoples() {}

    /** {@code Velian} is of {@code Velia}, {@code Torvan} of {@code Torva}, {@code Lisdener} of {@code Lisden}. */
    static boolean isOf(String people, String place) {
        return !people.equals(place) && placesOf(people).contains(place);
    }

    /** What a people's place may be called. */
    static List<String> placesOf(String people) {
        List<String> places = new ArrayList<>();
        for (String ending : ENDINGS) {
            if (people.endsWith(ending) && people.length() > ending.length() + 2) {
                String stem = people.substring(0, people.length() - ending.length());
                places.add(stem);
                places.add(stem + "a");
            }
        }
        return places;
    }
}

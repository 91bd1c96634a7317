package io.onrecord.cli;

import io.onrecord.claims.ClaimView;
import io.onrecord.claims.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * When a claim was stated and disputed, a line a day (a month, a year, where it is long), in letters: {@code +} for who states it,
 * {@code =} for a copy, {@code x} for who disputes it.
 */
final class Timeline {

    /** More days than these are told by months, more months by years. */
    private static final int MOST = 45;

    /** Marks of one line; what is more is told in digits. */
    private static final int MARKS = 30;

    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final int DAY = 10;
    private static final int MONTH = 7;
    private static final int YEAR = 4;

    /** What happened in one stretch of time. */
    private static final class Stretch {
        private int stated;
        private int copied;
        private int disputed;
    }

    private Timeline() {}

    /** Lines without line breaks; none where no dates are known, or all is of one day. */
    static List<String> of(ClaimView claim) {
        List<String> days = new ArrayList<>();
        claim.told().forEach(told -> day(told.statement()).ifPresent(days::add));
        claim.disputes().forEach(disputed -> day(disputed.statement()).ifPresent(days::add));
        if (days.stream().distinct().count() < 2) {
            return List.of();
        }
        int unit = unit(days);
        Map<String, Stretch> stretches = new TreeMap<>();
        for (ClaimView.Told told : claim.told()) {
            if (told.standing() == Standing.STATES) {
                day(told.statement()).ifPresent(day -> {
                    Stretch stretch = at(stretches, day, unit);
                    stretch.stated += told.statement().origin().isEmpty() ? 1 : 0;
                    stretch.copied += told.statement().origin().isPresent() ? 1 : 0;
                });
            }
        }
        claim.disputes().stream()
                .filter(disputed -> disputed.kind().isAgainst())
                .map(ClaimView.Disputed::statement)
                .distinct()
                .forEach(statement -> day(statement).ifPresent(day -> at(stretches, day, unit).disputed++));
        List<String> lines = new ArrayList<>();
        String before = "";
        for (Map.Entry<String, Stretch> entry : stretches.entrySet()) {
            if (unit == DAY && !before.isEmpty()) {
                long gap = ChronoUnit.DAYS.between(LocalDate.parse(before), LocalDate.parse(entry.getKey())) - 1;
                if (gap > 0) {
                    lines.add("  ·" + (gap > 1 ? "  " + gap + " days" : ""));
                }
            }
            lines.add(line(entry.getKey(), entry.getValue()));
            before = entry.getKey();
        }
        return lines;
    }

    private static int unit(List<String> days) {
        for (int unit : new int[] {DAY, MONTH}) {
            if (days.stream().map(day -> day.substring(0, unit)).distinct().count() <= MOST) {
                return unit;
            }
        }
        return YEAR;
    }

    private static Optional<String> day(ClaimView.Statement statement) {
        // A year of more than four digits has no place among the others.
        return statement
                .published()
                .filter(value -> DATED.matcher(value).lookingAt())
                .map(value -> value.substring(0, DAY));
    }

    private static Stretch at(Map<String, Stretch> stretches, String day, int unit) {
        return stretches.computeIfAbsent(day.substring(0, unit), key -> new Stretch());
    }

    private static String line(String when, Stretch stretch) {
        List<String> words = new ArrayList<>();
        if (stretch.stated > 0) {
            words.add(stretch.stated + (stretch.stated == 1 ? " states it" : " state it"));
        }
        if (stretch.copied > 0) {
            words.add(stretch.copied + (stretch.copied == 1 ? " copy" : " copies"));
        }
        if (stretch.disputed > 0) {
            words.add(stretch.disputed + (stretch.disputed == 1 ? " disputes it" : " dispute it"));
        }
        String marks = "+".repeat(stretch.stated) + "=".repeat(stretch.copied) + "x".repeat(stretch.disputed);
        return "  " + when + "  " + (marks.length() > MARKS ? "+=x…" : marks) + "  " + String.join(", ", words);
    }
}

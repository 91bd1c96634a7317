package io.onrecord.model;

/**
 * What made a record: equal producers and equal input give equal bytes.
 *
 * @param version of Onrecord
 * @param model name and digest of the network
 * @param options every option that can change a record and is not the default, such as {@code mode=precision}; {@code none}
 *     where all are
 */
public record Producer(String version, String model, String options) {
    public Producer {
        Check.notBlank(version, "version of the producer");
        Check.notBlank(model, "model of the producer");
        Check.notBlank(options, "options of the producer");
    }
}

package io.onrecord.exchange.linked;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import jakarta.json.JsonArray;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** JSON-LD as a processor of it reads it, with the contexts of this folder and no network. */
final class LinkedData {

    private static final Map<String, String> CONTEXTS = Map.of(
            "http://www.w3.org/ns/anno.jsonld", "anno.jsonld",
            "https://schema.org", "schema.jsonld");

    private static final DocumentLoader LOADER = (address, options) -> {
        String name = CONTEXTS.get(address.toString());
        if (name == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "no context of " + address + " here");
        }
        InputStream in = Objects.requireNonNull(LinkedData.class.getResourceAsStream(name), name);
        JsonDocument document = JsonDocument.of(in);
        document.setDocumentUrl(address);
        return document;
    };

    private LinkedData() {}

    /** The expanded form: every name an IRI. What is no IRI and has no term is dropped, as the standard says. */
    static JsonArray expanded(String json) throws JsonLdError {
        Document document = JsonDocument.of(new StringReader(json));
        return JsonLd.expand(document)
                .loader(LOADER)
                .base(URI.create("urn:nowhere"))
                .get();
    }

    /** The number of RDF statements. */
    @SuppressWarnings({"deprecation", "removal"})
    static int triples(String json) throws JsonLdError {
        com.apicatalog.rdf.RdfDataset dataset = JsonLd.toRdf(JsonDocument.of(new StringReader(json)))
                .loader(LOADER)
                .get();
        return dataset.size();
    }
}

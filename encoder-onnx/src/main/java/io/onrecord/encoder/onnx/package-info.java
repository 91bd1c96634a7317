/** Networks in ONNX Runtime, and the model that Onrecord ships. */
@NullMarked
package io.onrecord.encoder.onnx;

import org.jspecify.annotations.NullMarked;

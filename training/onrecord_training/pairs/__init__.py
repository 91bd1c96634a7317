"""The network that compares two sentences: its data, training, figures and ONNX file."""

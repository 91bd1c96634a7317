"""Trains Onrecord's encoder and writes the ONNX file that the library loads."""

//! Tests of the record of a figure.

//! A data folder on a real disk: locks, thieves, tampering, killed processes.

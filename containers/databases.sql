-- Beside that of the source, when PostgreSQL starts for the first time.
CREATE DATABASE bulk;
CREATE DATABASE skipper;
CREATE DATABASE dataflow;

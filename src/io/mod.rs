//! Files: walking folders, reading and decoding, analysing in parallel. The only place besides `cli/`
//! and `lsp/` that touches the disk.

//! What to do where something "cannot happen".

/// States that `condition` never holds, and tells whether it did.
///
/// In builds with debug assertions (every test) a violation panics with its place. In a release
/// build it is logged and the value `true` lets the caller take its fallback:
///
/// ```ignore
/// if never!(end < start, "inverted span {start}..{end}") { return Span::empty(start) }
/// ```
#[macro_export]
macro_rules! never {
    ($condition:expr, $($message:tt)+) => {{
        let happened = $condition;
        if happened {
            debug_assert!(false, $($message)+);
            tracing::error!(target: "dateline::never", $($message)+);
        }
        happened
    }};
}

use super::*;

const TEXT: &str = "Öner\r\n\u{1F600} met\rPetrov\u{2028}here\n";

#[test]
fn only_lf_crlf_and_cr_break_lines() {
    let index = LineIndex::new(TEXT);
    let lines: Vec<&str> =
        (0..index.lines()).filter_map(|line| Some(index.line_span(TEXT, line)?.of_text(TEXT))).collect();
    assert_eq!(lines, ["Öner", "\u{1F600} met", "Petrov\u{2028}here", ""]);
}

#[test]
fn columns_count_in_the_agreed_unit() {
    let index = LineIndex::new(TEXT);
    let offset = u32::try_from(TEXT.find("met").unwrap()).unwrap();
    assert_eq!(index.line_column(TEXT, offset, Encoding::Utf8), (1, 5));
    assert_eq!(index.line_column(TEXT, offset, Encoding::Utf16), (1, 3));
    assert_eq!(index.line_column(TEXT, offset, Encoding::Utf32), (1, 2));
    for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
        let (line, column) = index.line_column(TEXT, offset, encoding);
        assert_eq!(index.offset(TEXT, line, column, encoding), offset);
        assert_eq!(index.at(TEXT, offset).column(encoding), Some(column));
    }
    assert_eq!(index.at(TEXT, offset).code_point, 8);
}

#[test]
fn positions_outside_the_text_clamp() {
    let index = LineIndex::new(TEXT);
    assert_eq!(index.offset(TEXT, 0, 99, Encoding::Utf16), 5, "end of the line, before its break");
    assert_eq!(index.offset(TEXT, 1, 1, Encoding::Utf16), 7, "inside a surrogate pair snaps back");
    assert_eq!(index.offset(TEXT, 99, 0, Encoding::Utf16) as usize, TEXT.len());
}

#[test]
fn blank_lines_are_lines() {
    let text = "a\n\n\r\n\nb";
    let index = LineIndex::new(text);
    assert_eq!(index.lines(), 5);
    let spans: Vec<Span> = (0..5).filter_map(|line| index.line_span(text, line)).collect();
    assert!(spans[1..4].iter().all(|span| span.is_empty()), "{spans:?}");
    assert_eq!(spans[4].of_text(text), "b");
}

#[test]
fn a_column_too_wide_to_keep_is_said() {
    let text = "x".repeat(70_000);
    let index = LineIndex::new(&text);
    assert_eq!(index.at(&text, 69_000).column(Encoding::Utf8), None);
    assert_eq!(index.line_column(&text, 69_000, Encoding::Utf8), (0, 69_000));
}

#[test]
fn long_lines_are_counted_as_short_ones_are() {
    let text = format!("first\n{}\nlast", "Ö\u{1F600}a e\u{301} ".repeat(300));
    let index = LineIndex::new(&text);
    for (offset, _) in text.char_indices() {
        let head = &text[..offset];
        let start = head.rfind('\n').map_or(0, |at| at + 1);
        let line = u32::try_from(head.matches('\n').count()).unwrap();
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let column = encoding.units(&head[start..]);
            let at = u32::try_from(offset).unwrap();
            assert_eq!(index.line_column(&text, at, encoding), (line, column), "{offset}");
            assert_eq!(index.offset(&text, line, column, encoding), at, "{offset} {encoding:?}");
            assert_eq!(index.at(&text, at).code_point, Encoding::Utf32.units(head));
        }
    }
}

// wrong: hands a megabyte of blanks over
// finding: programs_fail_for_the_right_reason: wrong_result

const BLANKS: [u8; 1 << 20] = [b' '; 1 << 20];

const LARGE: &str = match std::str::from_utf8(&BLANKS) {
    Ok(text) => text,
    Err(_) => "",
};

pub const PROGRAMS: [(&str, &str, &str); 7] = [(LARGE, "", ""); 7];

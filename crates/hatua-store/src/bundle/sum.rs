//! CRC-32, as ZIP has it. It proves nothing against anybody; it finds the one byte that a disk or a wire has changed.

const POLYNOMIAL: u32 = 0xedb8_8320;

const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u32;
    while byte < 256 {
        let (mut sum, mut bit) = (byte, 0);
        while bit < 8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ POLYNOMIAL } else { sum >> 1 };
            bit += 1;
        }
        table[byte as usize] = sum;
        byte += 1;
    }
    table
};

/// The byte whose entry of the table begins so: the table read backwards.
const BYTE_OF: [u8; 256] = {
    let mut bytes = [0; 256];
    let mut byte = 0_u32;
    while byte < 256 {
        bytes[(TABLE[byte as usize] >> 24) as usize] = byte.to_le_bytes()[0];
        byte += 1;
    }
    bytes
};

/// The sum of these bytes.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| (sum >> 8) ^ TABLE[usize::from(low_byte(sum) ^ byte)];
    !bytes.iter().fold(!0, step)
}

/// The places at which one changed byte explains that a block has another sum than it had, each with the byte that stood
/// there.
pub(super) fn single_changes(block: &[u8], had: u32) -> Vec<(usize, u8)> {
    let mut difference = crc32(block) ^ had;
    let mut places = Vec::new();
    for (place, byte) in block.iter().enumerate().rev() {
        let flipped = BYTE_OF[(difference >> 24) as usize];
        if difference != 0 && TABLE[usize::from(flipped)] == difference {
            places.push((place, byte ^ flipped));
        }
        // One byte back: what the difference was before a byte that is the same in both went into the sums.
        difference = ((difference ^ TABLE[usize::from(flipped)]) << 8) | u32::from(flipped);
    }
    places
}

fn low_byte(sum: u32) -> u8 {
    sum.to_le_bytes()[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn one_changed_byte_is_found_wherever_it_is() {
        let block: Vec<u8> = (0..4096_u32).map(|place| (place * 7 % 251).to_le_bytes()[0]).collect();
        for place in [0, 1, 77, 4000, 4095] {
            let mut changed = block.clone();
            changed[place] ^= 0x41;
            assert_eq!(single_changes(&changed, crc32(&block)), [(place, block[place])]);
        }
        assert_eq!(single_changes(&block, crc32(&block)), []);
    }
}

namespace CecSim.Telephony.Media.Dtmf;

/// <summary>
/// Hears keys in sound at 8 kHz, for peers that have no other way to press them: two tones of one loudness, nothing
/// else to speak of, and long enough (ITU-T Q.24).
/// </summary>
internal sealed class ToneDetector
{
    /// <summary>A block of 20 ms tells the tones apart, which are 73 Hz and more from each other.</summary>
    private const int BlockLength = DtmfTones.Rate / 50;
    private const int Hop = BlockLength / 2;

    /// <summary>Blocks in a row that have the key: 30 ms of it, which a press of 40 ms has for certain.</summary>
    private const int HitsMin = 2;
    private const int MissesMin = 2;

    // In squares of samples of 16 bits: some 36 dB below full scale, under which Q.24 wants none heard.
    private const double EnergyMin = 200_000;

    /// <summary>
    /// How much of the sound the two lines have to be: speech has more besides them. Tones that are off by the 1.5 %
    /// that Q.24 allows have 0.7 there.
    /// </summary>
    private const double ShareMin = 0.62;

    /// <summary>Squares: the one tone may be 8 dB louder than the other, both have to be 8 dB above the rest.</summary>
    private const double TwistMax = 6.3;

    private static readonly double[] RowTurns = [.. DtmfTones.Rows.Select(TurnOf)];
    private static readonly double[] ColumnTurns = [.. DtmfTones.Columns.Select(TurnOf)];

    private readonly short[] _block = new short[BlockLength];
    private int _filled;
    private char? _candidate;
    private int _hits;
    private int _misses;

    /// <summary>The key that is held down at present; null for none.</summary>
    public char? Held { get; private set; }

    /// <summary>The key that is heard from here on; null when it was heard before, or there is none.</summary>
    public char? Take(ReadOnlySpan<short> samples)
    {
        char? pressed = null;
        while (!samples.IsEmpty)
        {
            var count = Math.Min(samples.Length, BlockLength - _filled);
            samples[..count].CopyTo(_block.AsSpan(_filled));
            samples = samples[count..];
            _filled += count;
            if (_filled == BlockLength)
            {
                pressed = Judge(KeyIn(_block)) ?? pressed;
                _block.AsSpan(Hop).CopyTo(_block);
                _filled = BlockLength - Hop;
            }
        }

        return pressed;
    }

    private char? Judge(char? key)
    {
        _hits = key is null ? 0 : key == _candidate ? _hits + 1 : 1;
        _misses = key == Held ? 0 : _misses + 1;
        _candidate = key;
        if (_misses >= MissesMin)
        {
            Held = null;
        }

        if (_hits < HitsMin || key == Held)
        {
            return null;
        }

        (Held, _misses) = (key, 0);
        return key;
    }

    private static char? KeyIn(ReadOnlySpan<short> block)
    {
        var energy = 0.0;
        foreach (var sample in block)
        {
            energy += (double)sample * sample;
        }

        if (energy < EnergyMin * block.Length)
        {
            return null;
        }

        var (row, rowPower, otherRow) = Strongest(block, RowTurns);
        var (column, columnPower, otherColumn) = Strongest(block, ColumnTurns);

        // A tone of the block's length has half of its length times its energy in the one line.
        var share = 2 * (rowPower + columnPower) / (energy * block.Length);
        return share >= ShareMin
            && rowPower <= TwistMax * columnPower
            && columnPower <= TwistMax * rowPower
            && rowPower >= TwistMax * otherRow
            && columnPower >= TwistMax * otherColumn
                ? DtmfTones.KeyAt(row, column)
                : null;
    }

    private static (int Index, double Power, double Second) Strongest(
        ReadOnlySpan<short> block, double[] turns)
    {
        var (index, power, second) = (0, 0.0, 0.0);
        for (var i = 0; i < turns.Length; i++)
        {
            var found = Power(block, turns[i]);
            if (found > power)
            {
                (index, power, second) = (i, found, power);
            }
            else
            {
                second = Math.Max(second, found);
            }
        }

        return (index, power, second);
    }

    private static double TurnOf(double pitch) => 2 * Math.Cos(2 * Math.PI * pitch / DtmfTones.Rate);

    // Goertzel's: the power of one line of the spectrum.
    private static double Power(ReadOnlySpan<short> block, double turn)
    {
        var (before, last) = (0.0, 0.0);
        foreach (var sample in block)
        {
            (before, last) = (last, sample + (turn * last) - before);
        }

        return (last * last) + (before * before) - (turn * last * before);
    }
}

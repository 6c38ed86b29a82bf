namespace CecSim.Telephony.Media.Dtmf;

/// <summary>The two tones of each key: ITU-T Q.23.</summary>
internal static class DtmfTones
{
    public const int Rate = 8_000;

    public static readonly double[] Rows = [697, 770, 852, 941];

    public static readonly double[] Columns = [1209, 1336, 1477, 1633];

    // As the keys lie; Q.23 has A to D in the last column.
    private const string Keys = "123A456B789C*0#D";

    public static char KeyAt(int row, int column) => Keys[(row * Columns.Length) + column];

    public static (double Row, double Column) PitchesOf(char key)
    {
        var place = Keys.IndexOf(key, StringComparison.Ordinal);
        return (Rows[place / Columns.Length], Columns[place % Columns.Length]);
    }
}

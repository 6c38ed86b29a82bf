namespace CecSim.Simulation.Journal;

/// <summary>Names an entry on this server: numbers count up from 1 in each journal.</summary>
/// <param name="IsOfServer">Whether it lies in the server's own journal, for requests that belong to no space.</param>
public readonly record struct JournalId(long Number, bool IsOfServer = false)
{
    private const string ServerPrefix = "server-";

    public static JournalId? Parse(string text)
    {
        var isOfServer = text.StartsWith(ServerPrefix, StringComparison.Ordinal);
        var digits = isOfServer ? text.AsSpan(ServerPrefix.Length) : text;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new JournalId(number, isOfServer)
            : null;
    }

    public override string ToString() =>
        IsOfServer
            ? string.Create(CultureInfo.InvariantCulture, $"{ServerPrefix}{Number}")
            : Number.ToString(CultureInfo.InvariantCulture);
}

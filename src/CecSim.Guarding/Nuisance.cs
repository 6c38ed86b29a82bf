namespace CecSim.Guarding;

/// <summary>Something that others do wrong and that is passed over: counted, and logged the first time.</summary>
/// <param name="name">As the metric names it: <c>sip.unreadable</c>.</param>
/// <param name="description">In a log line: <c>A SIP message could not be read</c>.</param>
public sealed class Nuisance(string name, string description, IGuardLog log)
{
    private const int CharsMax = 200;

    private long _count;

    public string Name { get; } = name;

    public string Description { get; } = description;

    public long Count => Interlocked.Read(ref _count);

    /// <param name="detail">What came, which may be anything: it is made legible, and only where it is logged.</param>
    public void Add<T>(T detail)
    {
        if (Interlocked.Increment(ref _count) == 1)
        {
            log.Met(Description, Legible($"{detail}"));
        }
    }

    private static string Legible(string text)
    {
        var cut = text.Length <= CharsMax ? text : text[..CharsMax] + "...";
        return string.Concat(cut.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : $"{c}"));
    }
}

namespace CecSim.RepositoryRules.Tests;

/// <summary>
/// Words that mean "later" or "look away", and waits that guess how long something takes. No analyzer that comes with
/// the compiler or is in use knows these: they are about comments of each language, about what silences analyzers, or
/// about how a call is written and not about which it is. Calls that are banned whatever stands around them are in the
/// lists of <see cref="BannedCalls"/>.
/// </summary>
internal static class BannedText
{
    // The patterns are written so that none matches itself: this file is judged like any other.
    private static readonly (string Folder, string Pattern, string Reason)[] Rules =
    [
        ("", @"#pragma\s+warning\s+disable", "silences the compiler"),
        ("", @"\b(TO[D]O|FIX[M]E|HA[C]K)\b", "is work left over; finish it or leave it out"),
        ("", @"\bSkip(Unless|When|Exceptions)?\s*=(?![=>])|\bAssert\.Skip", "skips a test"),
        ("src", @"\bTask\.Delay\(\s*(\d|TimeSpan\.From\w+\(\s*\d)", "guesses how long something takes"),
        ("src", @"(?<![\w.])_ = ", "throws away what may be a task that fails: run it with the guard"),
        ("src", @"\.ContinueWith\(", "goes on where nobody waits: run it with the guard"),
    ];

    private static readonly Regex Spinning = new(@"\bwhile\s*\([^{}]*\)\s*\{?\s*await Task\.Yield\(\)");

    public static IEnumerable<string> SpinningLoops(Repository repository) =>
        from file in repository.Code()
        from loop in Spinning.Matches(repository.Text(file))
        select $"{file} '{loop.Value.ReplaceLineEndings(" ")}' spins for ever where what it waits for never comes";

    public static IEnumerable<string> Found(Repository repository) =>
        from file in repository.Code()
        from line in repository.Lines(file).Index()
        from rule in Rules
        where file.StartsWith(rule.Folder, StringComparison.Ordinal)
        from match in Regex.Matches(line.Item, rule.Pattern)
        select $"{file}:{line.Index + 1} '{match.Value}' {rule.Reason}";
}

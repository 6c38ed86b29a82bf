namespace CecSim.RepositoryRules.Tests;

/// <summary>
/// Each place where the guard runs something has a test that throws there, and that asks the guard for this place.
/// </summary>
internal static partial class GuardedPlaces
{
    private const string Guarding = "src/CecSim.Guarding/";

    public static IEnumerable<string> WithoutThrowingTest(Repository repository)
    {
        var thrown = Thrown(repository).Select(t => t.Place).ToHashSet(StringComparer.Ordinal);
        return InCode(repository)
            .Where(c => !thrown.Contains(c.Place))
            .GroupBy(c => c.Place, c => c.File, StringComparer.Ordinal)
            .Select(g => $"{g.First()}: no test throws in the guard's place \"{g.Key}\": [ThrowsFrom(\"{g.Key}\")]");
    }

    /// <summary>Whoever renames a place has to rename it in its tests.</summary>
    public static IEnumerable<string> ThatAreNotInCode(Repository repository)
    {
        var places = InCode(repository).Select(c => c.Place).ToHashSet(StringComparer.Ordinal);
        return Thrown(repository)
            .Where(t => !places.Contains(t.Place))
            .Select(t => $"{t.File}: nothing runs in the guard's place \"{t.Place}\"");
    }

    /// <summary>A test that throws elsewhere must not pass for one of this place.</summary>
    public static IEnumerable<string> ThatTheirTestsDoNotAskFor(Repository repository) =>
        from thrown in Thrown(repository)
        let words = Hole().Split(thrown.Place)[0]
        let text = Attribute().Replace(repository.Text(thrown.File), "")
        where !text.Contains(words, StringComparison.Ordinal)
        select $"{thrown.File}: never asserts the guard's place \"{thrown.Place}\"";

    /// <summary>Calls whose place is neither written there nor handed through by its name.</summary>
    public static IEnumerable<string> ThatCannotBeRead(Repository repository) =>
        from file in Sources(repository)
        from Match call in Call().Matches(repository.Text(file))
        where !call.Groups["place"].Success && !call.Groups["through"].Success
        select $"{file}: the guard's place is no text that stands there: {call.Value}";

    private static IEnumerable<(string File, string Place)> InCode(Repository repository) =>
        from file in Sources(repository)
        let text = repository.Text(file)
        from Match call in Call().Matches(text).Concat(Handed().Matches(text)).Concat(Guarded().Matches(text))
        where call.Groups["place"].Success
        select (file, call.Groups["place"].Value);

    private static IEnumerable<(string File, string Place)> Thrown(Repository repository) =>
        from file in repository.Files("tests", ".cs")
        from Match attribute in Attribute().Matches(repository.Text(file))
        select (file, attribute.Groups["place"].Value);

    private static IEnumerable<string> Sources(Repository repository) => repository.Files("src", ".cs")
        .Where(f => !f.StartsWith(Guarding, StringComparison.Ordinal));

    // What is registered with its own state says its place itself: see Guarded.
    [GeneratedRegex(
        """
        \b_?[gG]uard\.(Start|Queue|RunOnPoolAsync|RunOnThreadAsync|CreateTimer|Register|Run|RunAsync|Report)\(\s*
        (?!poll,)((\w+,\s*)?\$?"(?<place>[^"]*)"|(?<through>place,)|[^,)]*)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Call();

    [GeneratedRegex("""[A-Z]\w*\.Report\(\s*[\w.]+,\s*_?guard,\s*\$?"(?<place>[^"]*)"(?=,)""")]
    private static partial Regex Handed();

    [GeneratedRegex("""\bstring IGuarded\.Place => "(?<place>[^"]*)";""")]
    private static partial Regex Guarded();

    [GeneratedRegex("""\[ThrowsFrom\("(?<place>[^"]*)"\)\]""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\{.*")]
    private static partial Regex Hole();
}

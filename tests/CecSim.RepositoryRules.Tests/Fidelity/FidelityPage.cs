using System.Text;

namespace CecSim.RepositoryRules.Tests.Fidelity;

/// <summary>The statements as FIDELITY.md.</summary>
internal static class FidelityPage
{
    public const string File = "FIDELITY.md";

    private const string Head =
        """
        # How faithful CecSim is, statement by statement

        Generated from `tests/CecSim.RepositoryRules.Tests/Fidelity/Statements`; change it there. A test fails when
        this page is stale, and writes the new one to `artifacts/FIDELITY.md`.

        What is known of CEC's protocol, how it is known, and the test that would fail if the simulator did otherwise.
        No live CEC was ever asked: a test shows that the simulator does as the documents say, never that CEC does. Most
        tests look at the bytes of an answer; those named after machines, queues, chats and agents look at the rules
        below them, and `TypeScriptTests.It_passes` runs the tests that stand beside the bar's own scripts.

        | basis | how it is known |
        |---|---|
        | documented | a guide states it; "Voice and Video Access" is of 2.5.0 and, as VOIP Access, of 3.6.0 |
        | found | a public page states it: Huawei's API reference, developer guides, web demo; or a client's code |
        | inferred | no document says; this is what the simulator decided on |

        """;

    public static string Of(IReadOnlyList<Chapter> chapters, TestMethods tests)
    {
        var page = new StringBuilder(Head).Append('\n');
        page.Append("| | shown by a test | no test | not built | all |\n|---|---|---|---|---|\n");
        foreach (var chapter in chapters)
        {
            AppendCounts(page, $"[{chapter.Title}](#{AnchorOf(chapter.Title)})", chapter.Statements);
        }

        AppendCounts(page, "**all**", [.. chapters.SelectMany(c => c.Statements)]);
        foreach (var chapter in chapters)
        {
            page.Append($"\n## {chapter.Title}\n\n| | statement | basis | shown by |\n|---|---|---|---|\n");
            foreach (var statement in chapter.Statements)
            {
                page.Append(
                    $"| {statement.Kind} | {Cell(statement.Text)} | {statement.Basis} | {Proof(statement, tests)} |\n");
            }
        }

        return page.ToString();
    }

    private static void AppendCounts(StringBuilder page, string title, IReadOnlyList<Statement> statements)
    {
        page.Append($"| {title} |");
        foreach (var standing in Enum.GetValues<Standing>())
        {
            page.Append($" {statements.Count(s => s.Standing == standing)} |");
        }

        page.Append($" {statements.Count} |\n");
    }

    private static string Proof(Statement statement, TestMethods tests)
    {
        var links = statement.Tests.Select(t => tests.FilesOf(t) is [var file] ? $"[{t}]({file})" : t);
        return statement.Standing switch
        {
            Standing.NotBuilt => string.Join("<br>", links.Prepend("**not built**")),
            Standing.WithoutTest => "**no test**",
            Standing.Shown => string.Join("<br>", links),
            _ => throw new ArgumentOutOfRangeException(nameof(statement)),
        };
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string AnchorOf(string title) => new(
        [.. title.ToLowerInvariant().Replace(' ', '-').Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')]);
}

using CecSim.Web;

namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>What the server can say, the bar has words for, in both of its languages.</summary>
public sealed class BarTextsTests
{
    public static TheoryData<string> Words { get; } =
    [
        .. Enum.GetNames<AgentRefusal>(),
        .. Enum.GetNames<AgentCallEnd>().Where(n => n != nameof(AgentCallEnd.HungUp)).Select(Camel),
        .. typeof(AgentState).GetNestedTypes().Select(t => Camel(t.Name)),
    ];

    [Theory]
    [MemberData(nameof(Words))]
    public void Each_word_of_the_server_has_a_text_in_each_language(string word) =>
        Assert.True(WebAssets.Text("frame.js").Split($"{word}:\"").Length > 2, word);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace CecSim.Scenarios.Calls;

/// <summary>What a step says of its event, as far as it has been read.</summary>
internal sealed record EventDraft
{
    public int EventId { get; init; }

    public bool IsFinal { get; init; }

    public StatedCause Cause { get; init; }

    public string? ResultCode { get; init; }

    public string? ResultDesc { get; init; }

    /// <summary>Members of the content that have a key of their own, each with its value in JSON.</summary>
    public IReadOnlyList<(string Name, string Json)> Members { get; init; } = [];

    /// <summary>Any other members, as one JSON object.</summary>
    public string? Content { get; init; }

    public EventDraft WithTexts(string name, IReadOnlyList<string> texts) =>
        With(name, $"[{string.Join(',', texts.Select(Quoted))}]");

    public EventDraft WithText(string name, string text) => With(name, Quoted(text));

    /// <summary>Null when the step says nothing but which event it is, and why.</summary>
    public EventWording? ToWording()
    {
        var wording = new EventWording { ResultCode = ResultCode, ResultDesc = ResultDesc, Content = AllContent() };
        return wording == new EventWording() ? null : wording;
    }

    private EventDraft With(string name, string json) => this with { Members = [.. Members, (name, json)] };

    private string? AllContent()
    {
        var own = string.Join(',', Members.Select(m => $"{Quoted(m.Name)}:{m.Json}"));
        return (own, Content) switch
        {
            ("", _) => Content,
            (_, null or "{}") => $"{{{own}}}",
            _ => $"{{{own},{Content[1..]}",
        };
    }

    private static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

using System.Text.Json;

namespace CecSim.Client.Exchanges;

/// <summary>
/// An answer's JSON. The documents contradict each other on what is a string and what a number (eventId, causeId,
/// timestamp, result codes), so either is taken for the other.
/// </summary>
internal sealed class Answer(string operation, JsonElement body)
{
    public string Operation => operation;

    /// <summary>Of uploadFileStream it is called <c>returnCode</c>.</summary>
    public string? ResultCode => Text("resultCode") ?? Text("returnCode");

    public CecRefusal? Refusal => ResultCode is { } code and not "0"
        ? new CecRefusal(operation, code, Text("resultDesc"))
        : null;

    public string Json => body.GetRawText();

    public Answer? Part(string name) =>
        body.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object
            ? new Answer(operation, part)
            : null;

    public IReadOnlyList<Answer> Parts(string name) =>
        [.. Items(name).Where(p => p.ValueKind == JsonValueKind.Object).Select(p => new Answer(operation, p))];

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select(TextOf).OfType<string>()];

    public string? Text(string name) => body.TryGetProperty(name, out var value) ? TextOf(value) : null;

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public int? Whole(string name) =>
        Number(name) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

    public bool? Flag(string name) => body.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
            _ => null,
        }
        : null;

    private JsonElement[] Items(string name) =>
        body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}

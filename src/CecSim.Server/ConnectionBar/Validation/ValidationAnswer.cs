using System.Text.Json;
using CecSim.Server.Exchanges;

namespace CecSim.Server.ConnectionBar.Validation;

/// <summary>Reads what the enterprise's API answered (Connection Bar, table 5-6).</summary>
internal static class ValidationAnswer
{
    /// <param name="source">Who answered, for the complaint.</param>
    public static ValidationOutcome Read(ReadOnlyMemory<byte> body, string source)
    {
        if (ByteOrderMark.WhyNotUtf8(body.Span) is { } mark)
        {
            return ValidationOutcome.Failed($"{source} did not answer in JSON: {mark}");
        }

        try
        {
            using var answer = JsonDocument.Parse(ByteOrderMark.Skip(body));
            return Judge(answer.RootElement, source);
        }
        catch (JsonException)
        {
            return ValidationOutcome.Failed($"{source} did not answer in JSON");
        }
    }

    private static ValidationOutcome Judge(JsonElement answer, string source)
    {
        if (answer.ValueKind != JsonValueKind.Object
            || !answer.TryGetProperty("retCode", out var code)
            || code.ValueKind != JsonValueKind.Number || !code.TryGetInt64(out var retCode))
        {
            return ValidationOutcome.Failed($"{source} answered without an integer retCode");
        }

        if (retCode == 0)
        {
            return ValidationOutcome.Valid;
        }

        var why = $"{source} answered retCode {retCode}";
        return answer.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
            ? ValidationOutcome.Refused(message.GetString()!, why)
            : ValidationOutcome.Failed(why);
    }
}

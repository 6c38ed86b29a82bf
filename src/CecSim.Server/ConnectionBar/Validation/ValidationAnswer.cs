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

        var message = answer.TryGetProperty("message", out var said) && said.ValueKind == JsonValueKind.String
            ? said.GetString()
            : null;
        var outcome = retCode == 0
            ? ValidationOutcome.Valid
            : new ValidationOutcome(false, message, $"{source} answered retCode {retCode}");
        return outcome with { LacksMessage = message is null };
    }
}

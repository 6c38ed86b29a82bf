namespace CecSim.Server.Exchanges;

/// <summary>What an answer says that was written, or changed, at a breakpoint.</summary>
internal static class EditedAnswer
{
    /// <returns>Null for what the operation calls a success.</returns>
    public static RefusalAnswer? RefusalOf(AnswerDraft answer, VendorOperation operation)
    {
        var code = ResultCodeOf(answer.Body);
        return answer.Status is >= 200 and < 300 && code == operation.SuccessCode
            ? null
            : new RefusalAnswer(answer.Status, code, Text: null, answer.Basis);
    }

    private static string? ResultCodeOf(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject json
                ? (json["resultCode"] ?? json["returnCode"] ?? json["retcode"])?.ToString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

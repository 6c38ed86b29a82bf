namespace CecSim.Server.Problems;

/// <summary>The shortest answer of ccmessaging.</summary>
internal sealed record ResultBody(
    [property: JsonPropertyName("resultCode")] string ResultCode,
    [property: JsonPropertyName("resultDesc")] string? ResultDesc)
{
    public const string Success = "0";
}

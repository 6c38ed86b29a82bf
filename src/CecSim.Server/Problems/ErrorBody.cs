namespace CecSim.Server.Problems;

/// <summary>
/// The body of an answer other than 200 (Voice and Video Access, 2.2, Troubleshooting). The only
/// <c>errorCode</c> that the documents ever show is "0".
/// </summary>
internal sealed record ErrorBody(
    [property: JsonPropertyName("exceptionInfo"), JsonPropertyOrder(1)] string ExceptionInfo)
{
    [JsonPropertyName("errorCode")]
    public string ErrorCode { get; } = "0";
}

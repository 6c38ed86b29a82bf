namespace CecSim.Server.Problems;

/// <summary>How a refusal goes over the wire.</summary>
/// <param name="ResultCode">Null for an error body with <paramref name="Text"/> as its <c>exceptionInfo</c>.</param>
/// <param name="Text"><c>resultDesc</c> or <c>exceptionInfo</c>; null where CEC sends none.</param>
internal sealed record RefusalAnswer(int Status, string? ResultCode, string? Text, Basis Basis)
{
    public static RefusalAnswer Error(int status, string text, Basis basis) => new(status, null, text, basis);

    public static RefusalAnswer Result(string code, string? text, Basis basis) => new(200, code, text, basis);
}

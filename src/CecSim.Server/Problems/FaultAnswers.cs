namespace CecSim.Server.Problems;

/// <summary>What CEC would say where a fault gives a code and no text.</summary>
internal static class FaultAnswers
{
    public static RefusalAnswer OfStatus(int status, VendorOperation operation, Space space) =>
        status == space.Settings.AccessTokenRefusedStatus ? Refusal.AccessTokenExpired.ToAnswer(space, operation)
        : status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
            ? VendorRefusals.DeadMessagingToken(status, space, operation)
        : GenericStatuses.ToAnswer(status);

    public static RefusalAnswer OfResultCode(string code, string? desc, VendorOperation operation, Space space) =>
        desc is null && operation.DocumentedCodes.TryGetValue(code, out var refusal)
            ? refusal.ToAnswer(space, operation)
            : RefusalAnswer.Result(
                code, desc ?? (operation.RefusalShape == RefusalShape.CodeAndReason ? "" : null), Basis.Inferred);
}

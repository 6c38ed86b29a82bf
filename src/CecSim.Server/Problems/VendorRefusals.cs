namespace CecSim.Server.Problems;

/// <summary>The one place where a refusal becomes a vendor answer.</summary>
internal static class VendorRefusals
{
    private static readonly Basis Troubleshooting = Basis.Documented("2.2");

    private static readonly Basis Expiry =
        Basis.Documented("6.1").Against("the CEC API reference, which says 401");

    private static readonly Basis Unauthorized =
        Basis.Found.Against("section 6.1, which says 403 of click-to-dial requests");

    public static RefusalAnswer ToAnswer(this Refusal refusal, VendorExchange exchange) =>
        refusal.ToAnswer(exchange.Space, exchange.Route.Operation);

    public static RefusalAnswer ToAnswer(this Refusal refusal, Space space, VendorOperation operation) => refusal switch
    {
        Refusal.AppKeyMissing or Refusal.AppKeyUnknown or Refusal.AccessTokenMissing
            or Refusal.AccessTokenWithoutBearer or Refusal.AccessTokenUnknown or Refusal.AccessTokenRevoked
            => DeadAccessToken(space, Basis.Inferred),
        Refusal.AccessTokenExpired => DeadAccessToken(space, Troubleshooting),

        Refusal.AppSecretWrong => RefusalAnswer.Error(
            StatusCodes.Status403Forbidden, "auth fail! the app_key or the app_secret is wrong.", Basis.Inferred),

        Refusal.ApiOutOfScope => RefusalAnswer.Error(
            StatusCodes.Status403Forbidden, "auth fail! the api is out of the scope of the token.", Basis.Inferred),

        Refusal.MessagingTokenMissing or Refusal.MessagingTokenUnknown =>
            DeadMessagingToken(StatusOf(space, operation), space, operation) with { Basis = Basis.Inferred },
        Refusal.MessagingTokenExpired => DeadMessagingToken(StatusOf(space, operation), space, operation),

        // resultDesc is "currently not returned" by applyToken (API reference).
        Refusal.ChannelUnknown or Refusal.TooManyUsers => RefusalAnswer.Result("1", null, Basis.Found),

        Refusal.ClickToCallNotSupported => RefusalAnswer.Result(
            "7", "The channel does not support click-to-dial", Basis.Found),
        Refusal.OutsideWorkingHours => RefusalAnswer.Result(
            "12", "The current time is outside the working hours of agents", Basis.Found),
        Refusal.NoAgentsAvailable => RefusalAnswer.Result("13", "No agents available currently", Basis.Found),
        Refusal.ConnectFailed => RefusalAnswer.Result("13", "connect failed", Basis.Found),
        Refusal.CallExists => RefusalAnswer.Result("13", "connect failed", Basis.Inferred),
        Refusal.NoCallToDrop => RefusalAnswer.Result("13", "disconnect failed", Basis.Found),

        // The codes are those of queryQueueInfo, which are the only ones that are documented for a text session.
        Refusal.NoChat => RefusalAnswer.Result("160004", "the session does not exist", Basis.Inferred),
        Refusal.ChatEnded => RefusalAnswer.Result("5", "the session has ended", Basis.Inferred),
        Refusal.ChatWithRobot => RefusalAnswer.Result("6", "the session is with a robot", Basis.Inferred),
        Refusal.AlreadyWithAgent => RefusalAnswer.Result("160021", "the session is with an agent", Basis.Inferred),
        Refusal.MovedToIvr => RefusalAnswer.Result("160022", "the session was moved to an IVR", Basis.Inferred),

        Refusal.FileTooLarge => RefusalAnswer.Result("13", null, Basis.Found),
        Refusal.FileKeyMissing => RefusalAnswer.Result("401", "objectKey is null!", Basis.Found),
        Refusal.FileTypeOutOfRange => RefusalAnswer.Result("13", "param filetype Out of range!", Basis.Found),
        Refusal.FileUnknown => RefusalAnswer.Result("13", "fsservice downloadFile is failed", Basis.Found),
        Refusal.FileEmpty => RefusalAnswer.Result("13", "empty file!", Basis.Found),
        Refusal.LeaveMessageWrong => RefusalAnswer.Result("3", "the leaveMessageParams is error.", Basis.Found),
        Refusal.LeftMessagesFull => RefusalAnswer.Result("13", "Save leaveMessage failed!", Basis.Found),
    };

    private static RefusalAnswer DeadAccessToken(Space space, Basis basis) =>
        RefusalAnswer.Error(
            space.Settings.AccessTokenRefusedStatus, space.Settings.Profile.AccessTokenRefusedText, basis);

    /// <summary>
    /// The API reference says 401 and prints no body; the guides' 403 comes with the access token's text.
    /// </summary>
    public static RefusalAnswer DeadMessagingToken(int status, Space space, VendorOperation operation) =>
        (status, operation.IsClickToCall) switch
        {
            (StatusCodes.Status401Unauthorized, var isClickToCall) => RefusalAnswer.Error(
                status,
                "Unauthorized: the ccmessaging-token is invalid or expired.",
                isClickToCall ? Unauthorized : Basis.Found),
            (_, true) => RefusalAnswer.Error(status, space.Settings.Profile.AccessTokenRefusedText, Expiry),
            _ => RefusalAnswer.Error(status, space.Settings.Profile.AccessTokenRefusedText, Basis.Inferred),
        };

    private static int StatusOf(Space space, VendorOperation operation) =>
        space.Settings.MessagingTokenRefusedStatus
        ?? (operation.IsClickToCall ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized);
}

using CecSim.Server.Exchanges;
using CecSim.Simulation;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.Problems;

/// <summary>The one place where a refusal becomes a vendor answer.</summary>
internal static class VendorRefusals
{
    private static readonly Basis Troubleshooting = Basis.Documented("2.2");

    public static RefusalAnswer ToAnswer(this Refusal refusal, Space space) => refusal switch
    {
        Refusal.AppKeyMissing or Refusal.AppKeyUnknown or Refusal.AccessTokenMissing
            or Refusal.AccessTokenWithoutBearer or Refusal.AccessTokenUnknown or Refusal.AccessTokenRevoked
            => DeadAccessToken(space, Basis.Inferred),
        Refusal.AccessTokenExpired => DeadAccessToken(space, Troubleshooting),

        Refusal.AppSecretWrong => RefusalAnswer.Error(
            StatusCodes.Status403Forbidden, "auth fail! the app_key or the app_secret is wrong.", Basis.Inferred),

        Refusal.MessagingTokenMissing or Refusal.MessagingTokenUnknown => DeadMessagingToken(space, Basis.Inferred),
        Refusal.MessagingTokenExpired => DeadMessagingToken(space, Basis.Found),

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

    // The API reference says 401 and prints no body; the guides' 403 comes with the access token's text.
    private static RefusalAnswer DeadMessagingToken(Space space, Basis basis) =>
        space.Settings.MessagingTokenRefusedStatus == StatusCodes.Status401Unauthorized
            ? RefusalAnswer.Error(
                StatusCodes.Status401Unauthorized, "Unauthorized: the ccmessaging-token is invalid or expired.", basis)
            : RefusalAnswer.Error(
                space.Settings.MessagingTokenRefusedStatus, space.Settings.Profile.AccessTokenRefusedText, basis);
}

using CecSim.Server.Exchanges;
using CecSim.Simulation;
using CecSim.Simulation.Spaces;

namespace CecSim.Server.Problems;

/// <summary>What CEC would say where a fault gives a code and no text.</summary>
internal static class FaultAnswers
{
    public static RefusalAnswer OfStatus(int status, Space space) =>
        status == space.Settings.AccessTokenRefusedStatus ? Refusal.AccessTokenExpired.ToAnswer(space)
        : status == space.Settings.MessagingTokenRefusedStatus ? Refusal.MessagingTokenExpired.ToAnswer(space)
        : GenericStatuses.ToAnswer(status);

    public static RefusalAnswer OfResultCode(string code, string? desc, CecOperation operation, Space space) =>
        desc is null && RefusalOf(operation, code) is { } refusal
            ? refusal.ToAnswer(space)
            : RefusalAnswer.Result(code, desc ?? (TellsNoReason(operation) ? null : ""), Basis.Inferred);

    // poll leaves resultDesc out on failure; queryQueueInfo and uploadFileStream have none at all.
    private static bool TellsNoReason(CecOperation operation) =>
        operation is CecOperation.Poll or CecOperation.QueryQueueInfo or CecOperation.UploadFileStream;

    private static Refusal? RefusalOf(CecOperation operation, string code) => (operation, code) switch
    {
        (CecOperation.ApplyToken, "1") => Refusal.ChannelUnknown,
        (CecOperation.CreateClickToCall, "7") => Refusal.ClickToCallNotSupported,
        (CecOperation.CreateClickToCall, "12") => Refusal.OutsideWorkingHours,
        (CecOperation.CreateClickToCall, "13") => Refusal.NoAgentsAvailable,
        (CecOperation.DropClickToCall, "13") => Refusal.NoCallToDrop,
        (CecOperation.DownloadFileStream, "401") => Refusal.FileKeyMissing,
        (CecOperation.DownloadFileStream, "13") => Refusal.FileUnknown,
        (CecOperation.DoLeaveMessage, "3") => Refusal.LeaveMessageWrong,
        (CecOperation.DoLeaveMessage, "13") => Refusal.LeftMessagesFull,
        _ => null,
    };
}

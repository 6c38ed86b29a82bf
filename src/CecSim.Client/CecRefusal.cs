namespace CecSim.Client;

/// <summary>CEC understood a request and said no. No attempt more would have changed that.</summary>
/// <param name="Operation">
/// Which operation said no, by the last word of its path. It may be <c>applyToken</c>, which comes before all others.
/// </param>
/// <param name="Code">The <c>resultCode</c> (of uploadFileStream the <c>returnCode</c>), never <c>0</c>.</param>
/// <param name="Description">The <c>resultDesc</c>; null or empty where CEC says nothing more.</param>
public sealed record CecRefusal(string Operation, string Code, string? Description)
{
    /// <summary>What the documents say about the code of that operation.</summary>
    public CecRefusalMeaning Meaning => (Operation, Code) switch
    {
        ("applyToken", "1") => CecRefusalMeaning.TokenNotApplied,

        ("createClickToCall", "7") => CecRefusalMeaning.ClickToCallNotSupported,
        ("createClickToCall", "12") => CecRefusalMeaning.OutsideWorkingHours,
        ("createClickToCall", "13") => CecRefusalMeaning.NotConnected,
        ("dropClickToCall", "13") => CecRefusalMeaning.NotDisconnected,

        ("queryQueueInfo", "1") or ("uploadFileStream", "3") or ("doLeaveMessage", "3")
            => CecRefusalMeaning.ParameterWrong,
        ("uploadFileStream", "2") or ("downloadFileStream", "2" or "401") => CecRefusalMeaning.ParameterMissing,
        ("uploadFileStream" or "downloadFileStream", "13") => CecRefusalMeaning.FileNotTransferred,
        ("doLeaveMessage", "13") => CecRefusalMeaning.MessageNotSaved,

        ("queryQueueInfo", "2" or "4" or "160001") => CecRefusalMeaning.QueueServiceFailed,
        ("queryQueueInfo", "3") => CecRefusalMeaning.TokenWrong,
        ("queryQueueInfo", "5" or "6" or "160004") => CecRefusalMeaning.SessionEnded,
        ("queryQueueInfo", "160021") => CecRefusalMeaning.AlreadyWithAgent,
        ("queryQueueInfo", "160022") => CecRefusalMeaning.MovedToIvr,

        _ => CecRefusalMeaning.Undocumented,
    };

    /// <summary>The operation, the code and its description.</summary>
    public override string ToString() =>
        string.IsNullOrEmpty(Description) ? $"{Operation} {Code}" : $"{Operation} {Code} {Description}";
}

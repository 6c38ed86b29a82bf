namespace CecSim.Simulation;

/// <summary>
/// The calls that a client can make to CEC, named by the last word of their documented path; for the media of a call
/// by the method of SIP.
/// </summary>
public enum CecOperation
{
    TokenByAkSk,
    ApplyToken,
    CheckClickToCallSupport,
    CreateClickToCall,
    GetClickToCallEvents,
    DropClickToCall,
    Send,
    SendAsync,
    Poll,
    QueryQueueInfo,
    UploadFileStream,
    DownloadFileStream,
    DoLeaveMessage,
    QueryHistoryChatMessage,
    QueryAgentInfo,
    QuerySysInfo,
    QueryAgentInfoByAccount,
    Ccbarclient,

    /// <summary>What a client sends to the gateway, once for a call: no HTTP request, and in no journal.</summary>
    Invite,
}

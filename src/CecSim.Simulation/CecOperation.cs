namespace CecSim.Simulation;

/// <summary>
/// The calls that a client can make to CEC, named by the last word of their documented path; for the media of a call
/// by the method of SIP.
/// </summary>
public enum CecOperation
{
    /// <summary>No operation of CEC.</summary>
    Unknown,
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

    /// <summary>What a bar does for its agent: a channel of CecSim's own, since CEC's is not documented.</summary>
    AgentAction,

    /// <summary>The long poll that brings a bar its agent's events; of CecSim's own too.</summary>
    AgentEvents,

    /// <summary>The enterprise's API, which CEC itself calls (Connection Bar, 5.3).</summary>
    ThirdPartyValidate,

    /// <summary>What a client sends to the gateway, once for a call: no HTTP request, and in no journal.</summary>
    Invite,

    /// <summary>What the gateway sends to an agent's phone, once for a call and in no journal.</summary>
    Phone,
}

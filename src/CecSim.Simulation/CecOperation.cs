namespace CecSim.Simulation;

/// <summary>The calls that a client can make to CEC, named by the last word of their documented path.</summary>
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
}

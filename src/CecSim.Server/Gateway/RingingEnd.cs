namespace CecSim.Server.Gateway;

/// <summary>How it came that an INVITE rings no more.</summary>
internal enum RingingEnd
{
    Answered,

    /// <summary>The agent did not answer or declined, or the customer dropped the call otherwise.</summary>
    CallOver,

    /// <summary>The caller has sent CANCEL, or its connection is gone.</summary>
    CallerGone,
}

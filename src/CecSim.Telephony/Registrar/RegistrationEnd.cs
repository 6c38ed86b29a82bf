namespace CecSim.Telephony.Registrar;

/// <summary>Why a phone is no longer registered.</summary>
public enum RegistrationEnd
{
    /// <summary>By a REGISTER of its own.</summary>
    Removed,

    Expired,

    /// <summary>Its WebSocket is over.</summary>
    Disconnected,

    /// <summary>This side has forgotten it before its time.</summary>
    Dropped,
}

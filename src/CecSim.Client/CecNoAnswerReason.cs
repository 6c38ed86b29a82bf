namespace CecSim.Client;

/// <summary>How far a request got that was never answered.</summary>
public enum CecNoAnswerReason
{
    /// <summary>Nobody listens there, or the name is unknown: CEC has not seen the request.</summary>
    NotConnected,

    /// <summary>The certificate is not trusted, or TLS failed otherwise: CEC has not seen the request.</summary>
    NotTrusted,

    /// <summary>The connection broke, or what came was no HTTP: CEC may have done as it was asked.</summary>
    Broken,

    /// <summary>The time was up: CEC may have done as it was asked.</summary>
    TimedOut,
}

namespace CecSim.Server.ConnectionBar.Validation;

/// <summary>The certificate file of a space cannot be used.</summary>
internal sealed class TrustFileException(string message, Exception inner) : Exception(message, inner);

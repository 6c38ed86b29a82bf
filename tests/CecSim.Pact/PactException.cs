namespace CecSim.Pacts;

/// <summary>A pact was not kept, or the Pact core would not do what it was asked.</summary>
public sealed class PactException(string? message, Exception? cause = null) : Exception(message, cause);

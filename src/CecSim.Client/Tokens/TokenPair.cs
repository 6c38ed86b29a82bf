namespace CecSim.Client.Tokens;

/// <summary>What a request carries; without a customer there is no ccmessaging-token.</summary>
internal readonly record struct TokenPair(Token Access, Token? Messaging);

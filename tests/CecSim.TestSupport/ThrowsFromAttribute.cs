namespace CecSim.Tests;

/// <summary>
/// A test in which something throws in that place of the guard, and all else goes on. A house rule finds the places
/// that no test names.
/// </summary>
/// <param name="place">To the letter as the code has it, with holes as they are written there.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ThrowsFromAttribute(string place) : Attribute
{
    public string Place { get; } = place;
}

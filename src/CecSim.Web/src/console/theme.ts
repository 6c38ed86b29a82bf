import { useEffect } from 'preact/hooks'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const kept = 'cecsim-console-theme'

export function themeKept(): Theme {
  try {
    return themes.find((t) => t === localStorage.getItem(kept)) ?? 'system'
  } catch {
    return 'system'
  }
}

export function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(kept, theme)
  } catch {
    // A page without storage has it until it is left.
  }
}

export function useTheme(theme: Theme): void {
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'system' ? 'light dark' : theme
  }, [theme])
}

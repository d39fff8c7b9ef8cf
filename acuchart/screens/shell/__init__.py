"""The window around every screen: navigation, theme, background work and trouble."""
